package org.parley.sources.feed;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.sources.outlet.Outlet;

/** A feed as admins edit it and as the last poll left it. */
@Entity
class Feed extends PanacheEntityBase {

    static final int SHORTEST_INTERVAL = 300;
    static final int USUAL_INTERVAL = 3_600;
    static final int LONGEST_INTERVAL = 86_400;

    enum State {
        ACTIVE,
        PAUSED,
        RETIRED,
        /** The server says for good that it is gone. */
        GONE
    }

    @Id
    public UUID id;

    @ManyToOne
    @JoinColumn(name = "outlet_id")
    public Outlet outlet;

    public String url;
    public String host;
    public String title;

    @Enumerated(EnumType.STRING)
    public FeedFormat format;

    @Enumerated(EnumType.STRING)
    public State state;

    public boolean fetchPages;

    @Column(name = "include")
    public List<String> included = new ArrayList<>();

    @Column(name = "exclude")
    public List<String> excluded = new ArrayList<>();

    public int minIntervalSeconds;
    public int maxIntervalSeconds;
    public int intervalSeconds;
    public String etag;
    public String lastModified;

    @Enumerated(EnumType.STRING)
    public PollOutcome lastOutcome;

    public String lastDetail;
    public Instant lastPolledAt;
    public Instant lastOkAt;
    public Instant nextPollAt;
    public int failures;
    public Instant brokenSince;
    public long itemsSeen;
    public long articlesStored;
    public int version;
    public Instant knownAt;

    static Optional<Feed> at(String url) {
        return find("url = ?1 and state <> ?2", url, State.RETIRED).firstResultOptional();
    }

    Duration interval() {
        return Duration.ofSeconds(intervalSeconds);
    }

    FeedView view() {
        return new FeedView(
                id,
                outlet.view(),
                url,
                title,
                format,
                state,
                fetchPages,
                List.copyOf(included),
                List.copyOf(excluded),
                minIntervalSeconds,
                maxIntervalSeconds,
                intervalSeconds,
                lastOutcome,
                lastDetail,
                lastPolledAt,
                lastOkAt,
                nextPollAt,
                failures,
                brokenSince,
                itemsSeen,
                articlesStored,
                version,
                knownAt);
    }
}
