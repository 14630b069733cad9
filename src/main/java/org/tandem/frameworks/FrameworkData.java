package org.tandem.frameworks;

import java.util.List;

/** Everything the files say about frameworks at one moment. */
record FrameworkData(
        List<Framework> frameworks,
        List<Collaboration> collaborations,
        List<Assessment> assessments,
        List<OpenPoint> openPoints) {}
