package org.tandem.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.tandem.platform.StorableText;

/**
 * JSON as it comes in. What goes beyond a limit is refused while it is read, whatever it is meant for, and a text that the
 * tables cannot keep is refused where it stands.
 */
final class JsonBodies {

    /** In bytes; the longest text anybody takes is 400,000 characters. */
    static final int LONGEST = 1_000_000;
    /** Names, values, and the brackets around them. */
    static final int MOST_VALUES = 20_000;

    static final int DEEPEST = 50;
    static final int MOST_DIGITS = 50;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(LONGEST)
            .maxTokenCount(MOST_VALUES)
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(MOST_DIGITS)
            .maxStringLength(LONGEST)
            .maxNameLength(200)
            .build();

    private JsonBodies() {}

    /** The same mapper, with limits. */
    static ObjectMapper limited(ObjectMapper mapper) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return mapper.copyWith(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .registerModule(new SimpleModule("texts").addDeserializer(String.class, new Texts()));
    }

    /** A text with a null character or half of a surrogate pair. */
    static final class Unstorable extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Unstorable(JsonParser parser) {
            super(parser, "unstorable text");
        }
    }

    private static final class Texts extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && !StorableText.is(text)) {
                throw new Unstorable(parser);
            }
            return text;
        }
    }
}
