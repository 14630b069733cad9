package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

class FewAtOnceTests {

    private final FewAtOnce uploads = new FewAtOnce(FewAtOnce::isUpload, 2, Duration.ZERO);

    @Test
    void theThirdIsToldToComeBackUntilOneOfTheOthersIsDone() {
        MockHttpServletRequest first = begin();
        MockHttpServletRequest second = begin();

        assertThatExceptionOfType(FewAtOnce.Busy.class)
                .isThrownBy(this::begin)
                .satisfies(busy -> assertThat(Problems.of(busy).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        end(first);
        MockHttpServletRequest third = begin();
        end(second);
        end(third);
        begin();
        begin();
    }

    @Test
    void whoOnlyReadsTheAnswerKeepsNoTurn() {
        FewAtOnce.giveBack(begin());
        begin();
        begin();
    }

    @Test
    void filesSentWhereNoneAreTakenDoNotWait() {
        begin();
        begin();

        assertThat(uploads.preHandle(new MockMultipartHttpServletRequest(), new MockHttpServletResponse(), this))
                .isTrue();
    }

    @Test
    void otherRequestsDoNotWait() {
        begin();
        begin();

        MockHttpServletRequest other = new MockHttpServletRequest("POST", "/vetting/FFA-VNM-A3/vetCountry");
        assertThat(uploads.preHandle(other, new MockHttpServletResponse(), this))
                .isTrue();
        end(other);
        assertThatExceptionOfType(FewAtOnce.Busy.class).isThrownBy(this::begin);
    }

    @Test
    void knowsListsThatLeaveAsFiles() {
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/selection/selection.csv"), this))
                .isTrue();
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/selection/import/template.xlsx"), this))
                .isTrue();
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/selection"), this))
                .isFalse();
        for (String file : List.of("document.docx", "versions/2/document", "versions/2/budget", "versions/2/compare")) {
            assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/proposal/FFA-VNM-A3-P1/" + file), this))
                    .as(file)
                    .isTrue();
        }
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/proposal/FFA-VNM-A3-P1/versions"), this))
                .isFalse();
    }

    private static HandlerMethod takesFiles() {
        try {
            return new HandlerMethod(new Letterbox(), "add", MultipartFile.class);
        } catch (NoSuchMethodException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static final class Letterbox {

        public void add(MultipartFile letter) {}
    }

    private MockHttpServletRequest begin() {
        MockHttpServletRequest request = new MockMultipartHttpServletRequest();
        uploads.preHandle(request, new MockHttpServletResponse(), takesFiles());
        return request;
    }

    private void end(MockHttpServletRequest request) {
        uploads.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }
}
