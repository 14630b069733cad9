package org.tandem.platform.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import lombok.RequiredArgsConstructor;

/** Writes each line as another encoder does, whichever format that has, and leaves out what must not stand in a log. */
@RequiredArgsConstructor
final class QuietEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> format;

    @Override
    public byte[] headerBytes() {
        return format.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return format.encode(QuietEvent.of(event));
    }

    @Override
    public byte[] footerBytes() {
        return format.footerBytes();
    }
}
