package org.tandem.support;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.MessageArgument;

/** The names of the topics that histories mention. */
@Component
class TopicArgument implements MessageArgument {

    private final Topics topics;

    TopicArgument(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String prefix() {
        return "topic";
    }

    @Override
    public String name(String code, Locale locale) {
        return topics.name(code, locale);
    }
}
