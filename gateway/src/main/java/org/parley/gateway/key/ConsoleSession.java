package org.parley.gateway.key;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody signed in to the console, as far as it is kept: the cookie's hash, by which key and until when. */
@Entity
@Table(name = "console_session")
public class ConsoleSession extends PanacheEntityBase {

    @Id
    public UUID id;

    public byte[] hash;
    public UUID keyId;
    public Instant startedAt;
    public Instant endsAt;

    static Optional<ConsoleSession> byHash(byte[] hash) {
        return find("hash", hash).firstResultOptional();
    }
}
