package org.tandem.tasks.starts;

import java.util.List;
import lombok.Getter;
import org.tandem.platform.Refused;

/** Everything that is wrong with what was sent, from top to bottom. */
@Getter
final class StartRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<Refused> problems;

    StartRefused(List<Refused> problems) {
        super(
                problems.get(0).kind(),
                problems.get(0).field(),
                problems.get(0).words().key(),
                problems.get(0).words().args().toArray());
        this.problems = List.copyOf(problems);
    }

    /** What stands first among kinds: a form to be mended is one, whoever might not send it. */
    Kind worst() {
        return List.of(Kind.INVALID, Kind.TOO_LARGE, Kind.FORBIDDEN).stream()
                .filter(kind -> problems.stream().anyMatch(problem -> problem.kind() == kind))
                .findFirst()
                .orElse(kind());
    }

    @Override
    public List<Detail> details() {
        return problems.stream()
                .filter(problem -> problem.field() != null)
                .map(problem -> new Detail(String.valueOf(problem.field()), problem.words()))
                .toList();
    }
}
