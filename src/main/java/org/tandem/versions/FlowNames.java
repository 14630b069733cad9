package org.tandem.versions;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.ArgumentNaming;

/** The name of a process by its key, in the reader's language. */
@Component
@RequiredArgsConstructor
class FlowNames implements ArgumentNaming {

    private final ObjectProvider<MessageSource> messages;

    @Override
    public String kind() {
        return "flow";
    }

    @Override
    public String name(String process, Locale locale) {
        return messages.getObject().getMessage("models.flow." + process, null, process, locale);
    }
}
