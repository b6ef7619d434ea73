package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import vn.thongsuot.shared.SharedProblem;

/// What only programs on this very machine may ask.
final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private ThisMachine() {}

    /// Refuses a request from elsewhere, through a proxy, or by another name: a page of a stranger whose name was made
    /// to point here comes from this machine, but asks for that name.
    static void need(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (forwarded || !NAMES.contains(request.getServerName()) || !loopback(request.getRemoteAddr())) {
            throw SharedProblem.NOT_ALLOWED.because();
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
