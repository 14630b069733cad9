package org.tandem.models.drawing;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle of the drawing, in the units of the diagram interchange (about a pixel each). */
record Box(double x, double y, double width, double height) {

    static Box of(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    static Box around(Collection<Layout.Point> points) {
        double left = points.stream().mapToDouble(Layout.Point::x).min().orElse(0);
        double top = points.stream().mapToDouble(Layout.Point::y).min().orElse(0);
        double right = points.stream().mapToDouble(Layout.Point::x).max().orElse(0);
        double bottom = points.stream().mapToDouble(Layout.Point::y).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }

    Box and(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    double centre() {
        return y + height / 2;
    }
}
