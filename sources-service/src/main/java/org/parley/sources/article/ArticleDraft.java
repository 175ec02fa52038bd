package org.parley.sources.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.parley.extraction.text.Region;

/**
 * An article that was handed in, checked and understood, before it is known whether it is new.
 *
 * @param identity what makes it the same article as another, digested
 * @param url canonical
 * @param retrieved null where it was not said: then it is the time of storing
 * @param raw what arrived, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // drafts are passed on, never compared
record ArticleDraft(
        UUID identity,
        String id,
        String outlet,
        String url,
        String file,
        String headline,
        String byline,
        String dateline,
        Instant published,
        Instant retrieved,
        String language,
        String text,
        byte[] textSha256,
        List<Region> regions,
        Raw raw) {

    /** Bytes as they arrived. The database digests them: Java's first compiler takes a tenth of intake for it. */
    @SuppressWarnings("ArrayRecordComponent") // nor are their bytes
    record Raw(String mediaType, byte[] bytes) {}

    /** Identity: the canonical address, else the outlet and its id, else the file's name and the text. */
    static UUID identity(String url, String outlet, String id, String file, byte[] textSha256) {
        String key;
        if (url != null) {
            key = "url\n" + url;
        } else if (outlet != null && id != null) {
            key = "id\n" + outlet.toLowerCase(Locale.ROOT) + "\n" + id;
        } else {
            key = "text\n" + (file == null ? "" : file) + "\n" + Bytes.hex(textSha256);
        }
        ByteBuffer digest = ByteBuffer.wrap(Bytes.sha256(key.getBytes(UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
