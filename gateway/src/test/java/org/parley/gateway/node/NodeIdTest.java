package org.parley.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.kit.problem.ProblemException;

class NodeIdTest {

    @ParameterizedTest
    @EnumSource(NodeType.class)
    void an_id_reads_back_as_what_it_was_written_from(NodeType type) {
        NodeId id = new NodeId(type, UUID.randomUUID().toString());
        assertThat(id.encoded()).matches("[A-Za-z0-9_-]{23}");
        assertThat(NodeId.parse(id.encoded(), "id")).isEqualTo(id);
    }

    /** Clients keep ids for ever: a change here breaks all of them. */
    @Test
    void the_form_of_ids_never_changes() {
        assertThat(new NodeId(NodeType.STATEMENT, "0199f3c4-8f4e-7b1a-9c55-e00000000001").encoded())
                .isEqualTo("cwGZ88SPTnsanFXgAAAAAAE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "cwGZ88SPTnsanFXgAAAAAA", "zwGZ88SPTnsanFXgAAAAAAE", "U3RhdGVtZW50OjE=", "\u0000", "ä"})
    void what_is_no_id_of_ours_is_refused_naming_the_argument(String text) {
        assertThatThrownBy(() -> NodeId.parse(text, "id"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("id: is no id of ours");
    }

    @Test
    void an_id_of_another_type_is_refused() {
        String outlet = new NodeId(NodeType.OUTLET, UUID.randomUUID().toString()).encoded();
        assertThatThrownBy(() -> NodeId.uuid(outlet, NodeType.ACTOR, "filter.speaker"))
                .hasMessage("filter.speaker: is the id of a Outlet, wanted is a Actor");
    }
}
