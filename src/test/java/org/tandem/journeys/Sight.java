package org.tandem.journeys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that somebody looks at.
 *
 * @param account null: nobody has signed in
 * @param sent whether the form on it is sent empty first, so that the page shows what is wrong
 */
record Sight(String name, @Nullable String account, String path, boolean sent) {

    static final Sight INBOX = new Sight("inbox, 25 tasks", FullDesk.FOCAL_POINT, "/inbox", false);
    static final Sight TASK =
            new Sight("task form", FullDesk.DIRECTOR, "/vetting/" + FullDesk.CASE + "/vetCountry", false);
    static final Sight DIAGRAM = new Sight("diagram", FullDesk.DIRECTOR, "/cases/" + FullDesk.CASE + "/diagram", false);

    static final Sight DASHBOARD = new Sight("dashboard", "coord.undp", "/dashboard", false);
    private static final String RAISE = "/divergence/raise?case=" + OpenLadder.MATTER;

    static final List<Sight> ALL = List.of(
            new Sight("sign-in", null, "/login", false),
            new Sight("sign-in, wrong", null, "/login?error", false),
            INBOX,
            new Sight("several tasks", FullDesk.FOCAL_POINT, "/inbox/several", false),
            new Sight("several tasks, wrong", FullDesk.FOCAL_POINT, "/inbox/several", true),
            new Sight("inbox, empty", "team.undp", "/inbox", false),
            new Sight("notices", FullDesk.FOCAL_POINT, "/inbox/changes", false),
            TASK,
            new Sight("task form, wrong", FullDesk.DIRECTOR, TASK.path(), true),
            new Sight("case", FullDesk.DIRECTOR, "/cases/" + FullDesk.CASE, false),
            DIAGRAM,
            new Sight("nominate", FullDesk.NOMINATOR, "/selection/nominate", false),
            new Sight("nominate, wrong", FullDesk.NOMINATOR, "/selection/nominate", true),
            new Sight("nominate, which framework", "coord.ilo", "/selection/nominate", false),
            new Sight("import", "coord.ilo", "/selection/import", false),
            new Sight("list", FullDesk.DIRECTOR, "/selection", false),
            DASHBOARD,
            new Sight("dashboard, countries", "coord.undp", "/dashboard/list?figure=F1&framework=FFA", false),
            new Sight("dashboard, tasks", "coord.ilo", "/dashboard/list?figure=waits", false),
            new Sight("withdraw", "coord.undp", "/selection/" + FullDesk.CASE + "/withdraw", false),
            new Sight("compare", FullDesk.DIRECTOR, "/vetting/compare", false),
            new Sight("search, before", "observer", "/search", false),
            new Sight("search, found", "observer", "/search?q=angola", false),
            new Sight("search, nothing", "observer", "/search?q=123456", false),
            new Sight("support", FullDesk.ASKER, "/support", false),
            new Sight("support, ask", FullDesk.ASKER, "/support/ask", false),
            new Sight("support, ask, wrong", FullDesk.ASKER, "/support/ask", true),
            new Sight("support request", FullDesk.ASKER, "/cases/" + FullDesk.REQUEST, false),
            new Sight("support, route", "team.unhcr", "/support/" + FullDesk.REQUEST + "/routeRequest", false),
            new Sight("joint mechanism", FullDesk.ASKER, "/support/mechanism/JAP", false),
            new Sight("divergences", "observer", "/divergence", false),
            new Sight("raise a divergence", OpenLadder.UNDP_DIRECTOR, RAISE, false),
            new Sight("raise a divergence, wrong", OpenLadder.UNDP_DIRECTOR, RAISE, true),
            new Sight("case with a divergence", OpenLadder.UNDP, "/cases/FFA-SEN-A6", false),
            new Sight("divergence", OpenLadder.UNDP_DIRECTOR, "/cases/" + OpenLadder.AT_REGION, false),
            new Sight("divergence, not concerned", "observer", "/cases/" + OpenLadder.AT_REGION, false),
            new Sight("minute", "coord.undp", "/divergence/" + OpenLadder.SETTLED, false),
            new Sight("position", OpenLadder.ILO_DIRECTOR, task(OpenLadder.AT_REGION, "statePosition"), false),
            new Sight("attempt, wrong", OpenLadder.UNDP, task(OpenLadder.AT_ATTEMPT, "attemptSettlement"), true),
            new Sight("answer", OpenLadder.ILO, task(OpenLadder.AT_TEXT, "answerText"), false),
            new Sight("outcome", "coord.ilo", task(OpenLadder.AT_TOP, "agreeOutcome"), false),
            new Sight("countries", "observer", "/countries", false),
            new Sight("country", "observer", "/countries/AGO", false),
            new Sight("frameworks", "observer", "/frameworks", false),
            new Sight("framework", "observer", "/frameworks/FFA", false),
            new Sight("collaborations", "observer", "/collaborations", false),
            new Sight("assessments", "observer", "/assessments", false),
            new Sight("assessment", "co.ilo.yem", "/assessments/SEIA-YEM", false),
            new Sight("funds", "observer", "/funds", false),
            new Sight("calls", "observer", "/calls", false),
            new Sight("calendar of calls", "observer", "/calls/calendar", false),
            new Sight("call", "coord.undp", "/calls/IPS-2024-MGA1", false),
            new Sight("call, correct", "coord.undp", "/calls/enter?call=COV-2", false),
            new Sight("call, decide, wrong", "coord.undp", "/calls/decide?call=COV-2", true),
            new Sight("markers", "observer", "/markers", false),
            new Sight("people", "admin", "/people", false),
            new Sight("new person", "admin", "/people/new", false),
            new Sight("flows", "admin", "/models", false),
            new Sight("flow", "admin", "/models/vetting", false),
            new Sight("operations", "admin", "/operations", false),
            new Sight("operations, give, wrong", "admin", "/operations/give?about=case:" + FullDesk.CASE, true),
            new Sight("profile", "observer", "/profile", false),
            new Sight("password", "observer", "/profile/password", false),
            new Sight("error", "observer", "/cases/FFA-XXX-A9", false));

    private static String task(String divergence, String key) {
        return "/divergence/" + divergence + "/" + key;
    }
}
