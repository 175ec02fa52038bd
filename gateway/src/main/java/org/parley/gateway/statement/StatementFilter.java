package org.parley.gateway.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;

/** Which statements: what is set must all hold. Public fields, since that is what the schema and JSON are made from. */
@Input("StatementFilter")
@Description("Which statements: what is set must all hold; a list means any of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public class StatementFilter {

    @Id
    @Description("Global ids of statements.")
    public List<@NonNull String> ids;

    @Id
    @Description("Said by one of these: global ids of actors.")
    public List<@NonNull String> speaker;

    @Description("Said by somebody of this name or alias.")
    public String speakerName;

    @Id
    @Description("Said for one of these parties: global ids of actors.")
    public List<@NonNull String> party;

    @Id
    @Description("Printed by one of these: global ids of outlets.")
    public List<@NonNull String> outlet;

    @Id
    @Description("Standing in one of these: global ids of articles.")
    public List<@NonNull String> article;

    @Id
    @Description("About one of these: global ids of proposals.")
    public List<@NonNull String> proposal;

    @Id
    @Description("About one of these: global ids of proposal versions.")
    public List<@NonNull String> proposalVersion;

    @Id
    @Description("Reporting one of these: global ids of utterances.")
    public List<@NonNull String> utterance;

    @Description("Told in one of these forms.")
    public List<@NonNull StatementForm> form;

    @Description("Doing one of these in saying it.")
    public List<@NonNull SpeechAct> act;

    @Description("Taking one of these stances, to any proposal.")
    public List<@NonNull StanceValue> stance;

    @Description("Denials and missing statements only (true), or none of them (false).")
    public Boolean negated;

    @Description("Those of nobody with a name, such as officials, only (true), or none of them (false).")
    public Boolean anonymous;

    @Description("Those another outlet reported later, by an origin of its own, only (true), or none of them (false).")
    public Boolean corroborated;

    @Description("Said on that day or later.")
    public LocalDate statedFrom;

    @Description("Said on that day or earlier.")
    public LocalDate statedTo;

    @Description("In an article published then or later.")
    public Instant publishedFrom;

    @Description("In an article published before.")
    public Instant publishedTo;

    @Description("Words of the content.")
    public String text;

    @Description("At least this sure, 0 to 1.")
    public Double minConfidence;

    @Description("In one of these states of review.")
    public List<@NonNull ReviewState> review;

    @Description("All of these hold too.")
    public List<@NonNull StatementFilter> and;

    @Description("At least one of these holds.")
    public List<@NonNull StatementFilter> or;

    @Description("This does not hold.")
    public StatementFilter not;

    /** The filter in the services' own ids; {@code filter} itself when it is null. */
    public static StatementFilter forService(StatementFilter filter) {
        return filter == null ? null : filter.withServiceIds();
    }

    private StatementFilter withServiceIds() {
        ids = NodeId.uuids(ids, NodeType.STATEMENT, "filter.ids");
        speaker = NodeId.uuids(speaker, NodeType.ACTOR, "filter.speaker");
        party = NodeId.uuids(party, NodeType.ACTOR, "filter.party");
        outlet = NodeId.uuids(outlet, NodeType.OUTLET, "filter.outlet");
        article = NodeId.uuids(article, NodeType.ARTICLE, "filter.article");
        proposal = NodeId.uuids(proposal, NodeType.PROPOSAL, "filter.proposal");
        utterance = NodeId.uuids(utterance, NodeType.UTTERANCE, "filter.utterance");
        proposalVersion = NodeId.uuids(proposalVersion, NodeType.PROPOSAL_VERSION, "filter.proposalVersion");
        if (and != null) {
            and.forEach(StatementFilter::withServiceIds);
        }
        if (or != null) {
            or.forEach(StatementFilter::withServiceIds);
        }
        if (not != null) {
            not.withServiceIds();
        }
        return this;
    }
}
