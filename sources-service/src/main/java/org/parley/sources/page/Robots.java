package org.parley.sources.page;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.kit.outbound.OutboundAnswer;
import org.parley.kit.outbound.OutboundException;
import org.parley.kit.outbound.OutboundHttp;
import org.parley.kit.outbound.OutboundRequest;
import org.parley.sources.page.PageException.Kind;

/** What a host's robots.txt lets us fetch (RFC 9309); known for an hour. */
@ApplicationScoped
class Robots {

    private static final List<String> OUR_NAMES = List.of("parley");
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_HOSTS = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final OutboundHttp http;
    private final Clock clock;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(BaseRobotRules rules, Instant until) {}

    Robots(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param site scheme and host of the address
     * @throws PageException if it must not be fetched, or the rules cannot be had now
     */
    void check(String site, String url) throws PageException {
        Known rules = known.get(site);
        if (rules == null || rules.until().isBefore(clock.instant())) {
            rules = new Known(fetch(site), clock.instant().plus(KEPT));
            if (known.size() >= MOST_HOSTS) {
                known.clear();
            }
            known.put(site, rules);
        }
        if (rules.rules().isDeferVisits()) {
            known.remove(site);
            throw new PageException(Kind.LATER, "the host's robots.txt cannot be had now");
        }
        if (!rules.rules().isAllowed(url)) {
            throw new PageException(Kind.NEVER, "the host's robots.txt asks not to fetch this page");
        }
    }

    private BaseRobotRules fetch(String site) throws PageException {
        String url = site + "/robots.txt";
        try {
            OutboundAnswer answer = http.send(OutboundRequest.get(url, MOST_BYTES));
            return answer.status() == 200
                    ? parser.parseContent(
                            url, answer.body(), answer.header("content-type").orElse("text/plain"), OUR_NAMES)
                    : parser.failedFetch(answer.status());
        } catch (OutboundException e) {
            throw PageFetch.failed(e);
        }
    }
}
