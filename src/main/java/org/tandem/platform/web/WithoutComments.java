package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Style sheets and scripts of our own as they are sent: without comments that stand on lines of their own, and without empty
 * lines. So a source says why, and no slow link pays for it. What stands behind code on its line is sent.
 */
class WithoutComments implements ResourceTransformer {

    private static final Pattern OWN_LINES =
            Pattern.compile("(?m)^[ \\t]*(?:/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|//[^\\n]*|)[ \\t]*\\n");

    @Override
    public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        Resource sent = chain.transform(request, file);
        String name = String.valueOf(sent.getFilename());
        return name.endsWith(".css") || name.endsWith(".js")
                ? new TransformedResource(
                        sent,
                        OWN_LINES
                                .matcher(sent.getContentAsString(StandardCharsets.UTF_8))
                                .replaceAll("")
                                .getBytes(StandardCharsets.UTF_8))
                : sent;
    }
}
