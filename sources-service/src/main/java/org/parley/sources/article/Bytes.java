package org.parley.sources.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;

/** What arrives before it is text. */
final class Bytes {

    /** Room for a text of the longest kind with every character escaped. */
    static final int MOST_IN_A_BODY = 32 * 1024 * 1024;

    private static final HexFormat HEX = HexFormat.of();

    private Bytes() {}

    /** The characters these bytes are, none of them replaced. */
    static String decoded(byte[] bytes, Charset charset) {
        // Quicker by far where nothing is wrong; a character that stands for wrong bytes may also be meant.
        String text = new String(bytes, charset);
        return text.indexOf('\uFFFD') < 0 ? text : strictly(bytes, charset);
    }

    private static String strictly(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badInput(
                    null,
                    "not " + charset.name() + " at byte " + in.position() + ": send the text in " + charset.name()
                            + (charset.equals(StandardCharsets.UTF_8) ? "" : ", or say which charset it has"));
        }
    }

    static ProblemException tooLarge(String field, String limit) {
        return ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 413, field, "is larger than " + limit);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
