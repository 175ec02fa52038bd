package org.parley.gateway.key;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address the gateway listens on. */
public final class Bind {

    private Bind() {}

    /** Whether only this machine can reach {@code host}; a name that cannot be resolved counts as public. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
