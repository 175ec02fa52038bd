package org.parley.kit.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells public addresses from those of this machine, its network and other special uses (RFC 6890 and its registries). */
final class AddressGuard {

    private static final List<Block> SPECIAL_4 = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3));

    /** All that is public in IPv6 today; within it what is not, or what hides an IPv4 address. */
    private static final Block GLOBAL_6 = block("2000::", 3);

    private static final List<Block> SPECIAL_6 =
            List.of(block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

    /** Networks without IPv4 reach it by these addresses, which end in the IPv4 address. */
    private static final Block NAT64 = block("64:ff9b::", 96);

    private AddressGuard() {}

    /** Whether anybody on the internet may be asked at this address. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL_4.stream().noneMatch(block -> block.holds(bytes));
        }
        if (NAT64.holds(bytes)) {
            byte[] inner = Arrays.copyOfRange(bytes, 12, 16);
            return SPECIAL_4.stream().noneMatch(block -> block.holds(inner));
        }
        return GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static Block block(String address, int bits) {
        try {
            // A literal: nothing is looked up.
            return new Block(InetAddress.getByName(address).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address, e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // blocks are asked, never compared
    private record Block(byte[] start, int bits) {

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
