package org.tandem.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.SilentServer;

/** Does a diagram or a decision ever make a parser ask for anything else? */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SelfContainedTests {

    private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final SilentServer elsewhere = new SilentServer();

    @AfterEach
    void nobodyAskedElsewhere() {
        assertThat(elsewhere.connections()).isZero();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                XSI + " xsi:schemaLocation=\"http://q WHERE\"",
                XSI + "\n   xsi:schemaLocation = 'http://q WHERE\n http://r WHERE'",
                XSI + " xsi:noNamespaceSchemaLocation=\"WHERE\"",
                "xmlns:other='http://www.w3.org/2001/XMLSchema-instance' other:schemaLocation='http://q WHERE'",
                XSI + " xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL WHERE\"",
            })
    void looksForNoSchema(String attributes) {
        String diagram = diagram(attributes, "<q:a xmlns:q=\"http://q\" " + attributes + "/>");

        assertThat(processIn(diagram, StandardCharsets.UTF_8)).isEqualTo("P");
        assertThat(processIn(diagram, StandardCharsets.UTF_16)).isEqualTo("P");
    }

    @Test
    void refusesALocationItCannotBlank() throws Exception {
        byte[] diagram = diagram(XSI + " xsi:schemaLocation=\"http://q " + elsewhere.address() + "\"", "")
                .replace("UTF-8", "ISO-10646-UCS-4")
                .getBytes("UTF-32BE");

        assertThatThrownBy(() -> SelfContained.diagram(diagram)).isInstanceOf(ModelException.class);
    }

    @Test
    void looksForNoSchemaOfADecision() {
        byte[] table = ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\""
                        + " namespace=\"n\" " + XSI + " xsi:schemaLocation=\"http://q WHERE\">"
                        + "<import name=\"i\" namespace=\"http://q\" locationURI=\"WHERE\" importType=\"http://q\"/>"
                        + "<decision id=\"D\" name=\"D\"/></definitions>")
                .replace("WHERE", elsewhere.address())
                .getBytes(StandardCharsets.UTF_8);

        assertThat(SelfContained.decisions(table).getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .containsExactly("D");
    }

    @Test
    void readsNoSchemaFromAFileEither(@TempDir Path folder) throws IOException {
        Path schema = folder.resolve("q.xsd");
        Files.writeString(
                schema,
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='http://q'>"
                        + "<xs:element name='a' type='xs:int'/></xs:schema>");
        String diagram = diagram(
                XSI + " xsi:schemaLocation=\"http://q " + schema.toUri() + "\"", "<q:a xmlns:q=\"http://q\">no</q:a>");

        assertThatCode(() -> processIn(diagram, StandardCharsets.UTF_8)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d SYSTEM \"WHERE\">",
                "<!DOCTYPE d PUBLIC \"x\" \"WHERE\" []>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"WHERE\">]>",
                "<!DOCTYPE d [<!ENTITY % e SYSTEM \"WHERE\"> %e;]>",
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
                "<!DOCTYPE d>",
            })
    void refusesADocumentType(String type) {
        String diagram = diagram("", "").replaceFirst("\\?>", "?>\n" + type.replace("WHERE", elsewhere.address()));

        assertThatThrownBy(() -> processIn(diagram, StandardCharsets.UTF_8))
                .isInstanceOf(ReadsOutside.class)
                .hasMessage("line 2: a DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"WHERE\"/>",
                "<?xml-stylesheet href=\"WHERE\" type=\"text/xsl\"?>",
                "<!-- xsi:schemaLocation=\"http://q WHERE\" -->",
            })
    void followsNothingThatOnlyNamesAnAddress(String part) {
        String diagram = diagram("", part.replace("WHERE", elsewhere.address()));

        assertThat(processIn(diagram, StandardCharsets.UTF_8)).isEqualTo("P");
        assertThat(SelfContained.of(bytes(diagram, StandardCharsets.UTF_8)))
                .isEqualTo(bytes(diagram, StandardCharsets.UTF_8));
    }

    @Test
    void looksForNoSchemaOfADiagramThatIsTorn() {
        String diagram = diagram(XSI + " xsi:schemaLocation=\"http://q WHERE\"", "<unclosed>");

        assertThatThrownBy(() -> processIn(diagram, StandardCharsets.UTF_8))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void refusesElementsWithoutEnd() {
        String diagram = diagram("", "<q:a xmlns:q=\"http://q\">".repeat(5_000) + "</q:a>".repeat(5_000));

        assertThatThrownBy(() -> processIn(diagram, StandardCharsets.UTF_8))
                .isInstanceOf(ModelException.class)
                .hasMessageEndingWith("too many elements within each other");
    }

    @Test
    void leavesEverythingElseWhereItWas() {
        String diagram = diagram(
                XSI + " xsi:schemaLocation=\"http://q WHERE\" name=\"say xsi:schemaLocation='here' and >\"",
                "<!-- ' --><q:a xmlns:q=\"http://q\"><![CDATA[<a xsi:schemaLocation=\"x\">]]></q:a>");
        String before = new String(bytes(diagram, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String location = "xsi:schemaLocation=\"http://q " + elsewhere.address() + "\"";

        assertThat(new String(SelfContained.of(bytes(diagram, StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(before.replace(location, " ".repeat(location.length())));
    }

    private String processIn(String diagram, Charset charset) {
        return SelfContained.diagram(bytes(diagram, charset)).getModelElementsByType(Process.class).stream()
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private byte[] bytes(String diagram, Charset charset) {
        return diagram.replace("WHERE", elsewhere.address())
                .replace("UTF-8", charset.name())
                .getBytes(charset);
    }

    private static String diagram(String attributes, String within) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions"
                + " xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"t\" " + attributes
                + "><process id=\"P\"><extensionElements>" + within
                + "</extensionElements><startEvent id=\"s\"/></process></definitions>";
    }
}
