package org.parley.gateway.node;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.parley.kit.problem.ProblemException;

/** A global id: what it is an id of, and the id that its service knows. Outside it is base64url of 17 bytes. */
public record NodeId(NodeType type, String uuid) {

    private static final int BYTES = 17;

    /** How it reads outside. */
    public String encoded() {
        UUID id = UUID.fromString(uuid);
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put((byte) type.mark())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads an id of any type, given as {@code argument}. */
    public static NodeId parse(String text, String argument) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                var type = NodeType.marked(bytes.get());
                if (type.isPresent()) {
                    return new NodeId(type.get(), new UUID(bytes.getLong(), bytes.getLong()).toString());
                }
            }
            throw bad(argument, "is no id of ours");
        } catch (IllegalArgumentException e) {
            throw bad(argument, "is no id of ours");
        }
    }

    /** The id inside {@code text}, which must be one of a {@code type}; null stays null. */
    public static String uuid(String text, NodeType type, String argument) {
        if (text == null) {
            return null;
        }
        NodeId id = parse(text, argument);
        if (id.type != type) {
            throw bad(argument, "is the id of a " + id.type.typeName() + ", wanted is a " + type.typeName());
        }
        return id.uuid;
    }

    /** The ids inside {@code texts}, all of a {@code type}; null stays null. */
    public static List<String> uuids(List<String> texts, NodeType type, String argument) {
        return texts == null
                ? null
                : texts.stream().map(text -> uuid(text, type, argument)).toList();
    }

    private static ProblemException bad(String argument, String what) {
        return ProblemException.badInput(argument, what);
    }
}
