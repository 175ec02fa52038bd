package org.parley.sources.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.parley.sources.article.BulkIntake.Entry;
import org.parley.sources.page.Cleaner;

/**
 * The pages of a web archive, one article each, packed or not. Requests, pictures, redirects and whatever else a crawl
 * keeps are passed over.
 */
final class WarcEntries extends Entries {

    private final WarcReader records;
    private int line;

    WarcEntries(InputStream in) throws IOException, Unreadable {
        try {
            records = new WarcReader(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("the file is no WARC");
        }
    }

    @Override
    Entry next() throws Unreadable {
        try {
            for (Optional<WarcRecord> record = records.next(); record.isPresent(); record = records.next()) {
                if (record.get() instanceof WarcResponse response
                        && response.target().matches("(?i)https?://.*")) {
                    HttpResponse answer = response.http();
                    if (answer.status() == 200 && isPage(answer)) {
                        return page(response, answer);
                    }
                }
            }
            return null;
        } catch (ParsingException e) {
            throw new Unreadable("the archive is damaged behind page " + line);
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable("the archive ends within the record behind page " + line);
        }
    }

    private static boolean isPage(HttpResponse answer) {
        String type = answer.headers().first("Content-Type").orElse("");
        return type.matches("(?is)\\s*(text/html|application/xhtml\\+xml)\\b.*");
    }

    private Entry page(WarcResponse response, HttpResponse answer) throws IOException {
        line++;
        byte[] bytes = answer.bodyDecoded().stream().readNBytes(Cleaner.MOST_BYTES + 1);
        return bytes.length > Cleaner.MOST_BYTES
                ? Entry.broken(line, response.target(), "is larger than 5 MB")
                : Entry.page(
                        line,
                        response.target(),
                        response.date(),
                        answer.headers().first("Content-Type").orElse("text/html"),
                        bytes);
    }
}
