package org.tandem.journeys;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.Caller;

/** A proposal that is given up on the way, as people of both agencies live it, without script. */
class ProposalWithdrawalJourneyTests extends Journey {

    @Test
    void isWithdrawnInMidCourseByTheWishOfBothAndStaysReadable() {
        String id = caller("fp.undp.a3")
                .post("/api/programmes", Map.of("title", "Ocean jobs", "area", "FFA-A3", "country", "TON"))
                .getBody()
                .at("/id")
                .asText();
        caller("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
        Desk undp = deskWithoutScript("coord.undp");
        undp.open("/cases/" + id);
        undp.follow("Withdraw the proposal");
        undp.field("Why should it be withdrawn?").fill("The government has other plans");
        undp.press("Ask for the withdrawal");
        Desk ilo = deskWithoutScript("coord.ilo");
        ilo.openTask("Agree to withdraw the proposal", "TON");
        ilo.choose("Agree");
        ilo.press("Send");

        ilo.seesCase(id, "Withdrawn");
        ilo.says("Everything that was written stays readable");
        ilo.open("/proposal/" + id);
        ilo.says("Ocean jobs");
        desk("fp.undp.a3").hasNoTask("Draft the proposal", "TON");
    }

    private Caller caller(String name) {
        return Caller.of(http, name);
    }
}
