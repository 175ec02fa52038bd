package org.parley.gateway.proposal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.node.Node;
import org.parley.gateway.statement.Receipt;

/** A text or set of terms that somebody puts forward and others could accept, change or reject. */
@Description("A text or set of terms that somebody puts forward and others could accept, change or reject.")
public record Proposal(
        @Id @NonNull @Description("Global id; that of a merged proposal leads to the one it was merged into.")
        String id,

        @NonNull @Description("Short name for addresses.") String slug,
        @NonNull @Description("What it is called.") String title,

        @NonNull @Description("What sort of proposal it is.")
        ProposalKind kind,

        @NonNull @Description("Who put it forward.") List<@NonNull Actor> proposers,
        @NonNull @Description("Its versions, oldest first.") List<@NonNull ProposalVersion> versions,
        @Ignore String currentVersionId,
        @Description("How often articles mention it.") int mentionCount,
        @Description("The day it was withdrawn.") LocalDate withdrawnOn,

        @NonNull @Description("Where articles tell of its withdrawal.")
        List<@NonNull Receipt> withdrawnReceipts,

        @Ignore String respondsToId,

        @NonNull @Description("Where articles tell what it answers.")
        List<@NonNull Receipt> respondsToReceipts,

        @NonNull @Description("The proposals that were merged into it by hand: what they were called.")
        List<@NonNull Proposal> mergedFrom)
        implements Node {

    public Proposal {
        kind = kind == null ? ProposalKind.OTHER : kind;
        proposers = proposers == null ? List.of() : proposers;
        withdrawnReceipts = withdrawnReceipts == null ? List.of() : withdrawnReceipts;
        respondsToReceipts = respondsToReceipts == null ? List.of() : respondsToReceipts;
        mergedFrom = mergedFrom == null ? List.of() : mergedFrom;
        String proposal = id;
        versions = versions == null
                ? List.of()
                : versions.stream().map(version -> version.of(proposal)).toList();
    }

    /** What events-service has to send for these fields; its members are called as ours, but for the version that counts. */
    public static Set<String> members(Collection<String> fields) {
        Set<String> members = new TreeSet<>(fields);
        if (members.remove("currentVersion")) {
            members.addAll(List.of("versions", "currentVersionId"));
        }
        return members;
    }

    @Description("The version that counts now; null while that cannot be told.")
    public ProposalVersion getCurrentVersion() {
        return versions.stream()
                .filter(version -> version.id().equals(currentVersionId))
                .findFirst()
                .orElse(null);
    }
}
