package org.parley.gateway.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** An object of an answer, complete: it is written as JSON and read by nobody. */
final class PlainRow extends JsonSerializable.Base {

    private final SerializedString[] names;
    private final Object[] values;

    PlainRow(SerializedString[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < names.length; i++) {
            json.writeFieldName(names[i]);
            if (values[i] instanceof String text) {
                json.writeString(text);
            } else if (values[i] instanceof PlainRow row) {
                row.serialize(json, serializers);
            } else {
                serializers.defaultSerializeValue(values[i], json);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(json, serializers);
    }
}
