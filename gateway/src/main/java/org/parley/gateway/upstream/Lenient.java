package org.parley.gateway.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How answers of the services are read: a newer one may hold members and values that are not known here. */
public final class Lenient {

    private Lenient() {}

    /** A reader that passes over members it does not know. */
    public static ObjectMapper reader(ObjectMapper json) {
        return json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
    }
}
