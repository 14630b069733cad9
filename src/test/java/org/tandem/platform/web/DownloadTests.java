package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class DownloadTests {

    @Test
    void hasATypeOfOursAndMayDoNothingWhereItIsShown() {
        HttpHeaders headers =
                Download.of(Download.Type.CSV, "a.html", new byte[1]).getHeaders();

        assertThat(headers).hasSize(5);
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(headers.getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"a.html.csv\"; filename*=UTF-8''a.html.csv");
        assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void isNamedInEveryScript() {
        assertThat(Download.of(Download.Type.PDF, "Réponse “№ 5”; ដំណើរ.pdf", new byte[1])
                        .getHeaders()
                        .getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Reponse _No 5__ ___.pdf\"; filename*=UTF-8''R%C3%A9ponse%20"
                        + "%E2%80%9C%E2%84%96%205%E2%80%9D%3B%20"
                        + "%E1%9E%8A%E1%9F%86%E1%9E%8E%E1%9E%BE%E1%9E%9A.pdf");
    }

    @Test
    void isKnownAgainByWhatItHolds() {
        HttpHeaders one =
                Download.askedFor(Download.Type.ICS, "one", new byte[1]).getHeaders();

        assertThat(one.getCacheControl()).isEqualTo("no-cache, private");
        assertThat(Download.askedFor(Download.Type.ICS, "one", new byte[1])
                        .getHeaders()
                        .getETag())
                .isEqualTo(one.getETag());
        assertThat(Download.askedFor(Download.Type.ICS, "one", new byte[2])
                        .getHeaders()
                        .getETag())
                .isNotEqualTo(one.getETag());
    }

    @Test
    void mayBeKeptByTheBrowserOfOnePersonAlone() {
        assertThat(Download.keptFor(Duration.ofMinutes(5), Download.Type.BPMN, "vetting", new byte[1])
                        .getHeaders()
                        .getCacheControl())
                .isEqualTo("max-age=300, private");
    }
}
