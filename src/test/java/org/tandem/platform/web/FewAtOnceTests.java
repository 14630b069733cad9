package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
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
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/proposal/FFA-VNM-A3-P1/document.docx"), this))
                .isTrue();
    }

    @Test
    void knowsWhatItsHandlerSaysTakesMemory() {
        MockHttpServletRequest anything = new MockHttpServletRequest("GET", "/letters/2/whole");

        assertThat(FewAtOnce.isExport(anything, letterbox("whole"))).isTrue();
        assertThat(FewAtOnce.isExport(anything, letterbox("add", MultipartFile.class)))
                .isFalse();
        assertThat(FewAtOnce.isExport(new MockHttpServletRequest("GET", "/proposal/P1/versions/2/compare"), this))
                .as("no module is known by its addresses")
                .isFalse();
    }

    private static HandlerMethod takesFiles() {
        return letterbox("add", MultipartFile.class);
    }

    private static HandlerMethod letterbox(String method, Class<?>... parameters) {
        try {
            return new HandlerMethod(new Letterbox(), method, parameters);
        } catch (NoSuchMethodException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static final class Letterbox {

        public void add(MultipartFile letter) {}

        @TakesMemory
        public void whole() {}
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
