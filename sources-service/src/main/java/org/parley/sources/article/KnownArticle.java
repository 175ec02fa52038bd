package org.parley.sources.article;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** An article as a batch of intake sees it: stored before, or made by an earlier line of the same batch. */
final class KnownArticle {

    private final UUID id;
    private final UUID identity;
    private final NavigableSet<Place> places = new TreeSet<>();
    private ArticleView view;

    KnownArticle(UUID id, UUID identity, ArticleView view) {
        this.id = id;
        this.identity = identity;
        this.view = view;
    }

    UUID id() {
        return id;
    }

    UUID identity() {
        return identity;
    }

    /** The facts of the current version; null before there is one. */
    ArticleView view() {
        return view;
    }

    void add(Place place) {
        places.add(place);
    }

    /** Adds a version; {@code facts} become the article's if it is current now. */
    boolean add(Place place, ArticleView facts) {
        places.add(place);
        boolean current = places.last().equals(place);
        if (current) {
            view = facts;
        }
        return current;
    }

    int nextNumber() {
        return places.stream().map(Place::number).max(Comparator.naturalOrder()).orElse(0) + 1;
    }

    Place current() {
        return places.last();
    }

    /**
     * Whether a text retrieved at that place is no news: it is what the article says now, or what it said then. Handing
     * in the same files twice therefore stores them once, although A, B, A is three versions.
     */
    boolean has(Place place, Instant saidRetrieved) {
        Place before = places.lower(place);
        return Optional.ofNullable(before)
                        .map(Place::sha256)
                        .filter(place.sha256()::equals)
                        .isPresent()
                || (!places.isEmpty() && places.last().sha256().equals(place.sha256()))
                || places.stream()
                        .anyMatch(other -> other.sha256().equals(place.sha256())
                                && other.retrieved().equals(saidRetrieved));
    }
}
