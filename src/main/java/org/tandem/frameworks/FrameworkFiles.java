package org.tandem.frameworks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.DataNode;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

/** Reads all files of frameworks and checks what must be unique over all of them. */
record FrameworkFiles(List<ReferenceFile> files, ReferenceFile openPoints, Countries countries, Agencies agencies) {

    static FrameworkFiles find(ReferenceFiles files, Countries countries, Agencies agencies) {
        return new FrameworkFiles(files.folder("frameworks"), files.bundled("open-points.yaml"), countries, agencies);
    }

    List<ReferenceFile> all() {
        return Stream.concat(files.stream(), Stream.of(openPoints)).toList();
    }

    FrameworkData read() {
        List<Framework> frameworks = new ArrayList<>();
        List<Collaboration> collaborations = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ReferenceFile file : files) {
            FrameworkFile one = new FrameworkFile(file, countries, agencies);
            Framework framework = one.framework();
            claim(taken, one.node().at("code"), "framework code ", framework.code());
            claim(taken, one.node().at("code"), "short code ", framework.shortCode());
            List<Assessment> own = one.assessments(framework);
            own.forEach(assessment -> claim(taken, one.node(), "assessment ", assessment.code()));
            frameworks.add(framework);
            collaborations.addAll(one.collaborations(framework));
            assessments.addAll(own);
        }
        Set<String> shortCodes = frameworks.stream().map(Framework::shortCode).collect(Collectors.toSet());
        return new FrameworkData(frameworks, collaborations, assessments, OpenPointsFile.read(openPoints, shortCodes));
    }

    private static void claim(Set<String> taken, DataNode node, String what, String code) {
        if (!taken.add(what + code)) {
            throw node.broken(what + code + " is taken by another framework");
        }
    }
}
