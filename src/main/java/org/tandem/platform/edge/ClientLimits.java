package org.tandem.platform.edge;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one client may ask of a node. A thread that waits for a client needs one of a few places, so that clients which
 * dawdle never take all threads.
 *
 * @param maxUpload the largest body with files
 * @param maxForm the largest body of a form
 * @param maxBody the largest body of any other kind, such as JSON
 * @param readAfterAnswer how much is still read of a body that was refused or not needed, so that the answer arrives
 * @param waiting how many threads may wait for clients to send, and as many again for clients to read
 * @param waitingForOneAddress how many of them for clients with the same address
 * @param patience how long a request may wait altogether without such a place
 * @param grace over how much waiting the pace is looked at, again and again
 * @param pace the least a client must then send, or read, in each second of waiting
 * @param silence how long a client may send, or read, nothing at all
 */
@ConfigurationProperties("tandem.web")
public record ClientLimits(
        @DefaultValue("11MB") DataSize maxUpload,
        @DefaultValue("3MB") DataSize maxForm,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("20MB") DataSize readAfterAnswer,
        @DefaultValue("50") int waiting,
        @DefaultValue("25") int waitingForOneAddress,
        @DefaultValue("300ms") Duration patience,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("1KB") DataSize pace,
        @DefaultValue("30s") Duration silence) {

    /** The largest body of this type, in bytes. */
    public long of(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        DataSize limit = type.startsWith("multipart/form-data")
                ? maxUpload
                : type.startsWith("application/x-www-form-urlencoded") ? maxForm : maxBody;
        return limit.toBytes();
    }
}
