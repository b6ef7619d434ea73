package vn.thongsuot.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thongsuot.access.RequestLimits;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Answers;

/// Turns away, before anything is read, who sends too many requests or too much data. Stands right behind the filter
/// that writes the security headers, so that these answers carry them too.
final class LimitFilter extends OncePerRequestFilter {

    private static final Set<String> ENTRANCES =
            Set.of("/sign-in", "/login", "/webauthn", "/demonstration", "/first-administrator", "/set-password");
    private static final String ASSETS = "/assets/";
    private static final int NETWORK_BYTES = 8;

    private final RequestLimits limits;
    private final Answers answers;
    private final TokenBuckets addresses;
    private final TokenBuckets entries;
    private final ConcurrentHashMap<String, Integer> underWay = new ConcurrentHashMap<>();

    LimitFilter(RequestLimits limits, Answers answers, InstantSource realTime) {
        this.limits = limits;
        this.answers = answers;
        this.addresses = new TokenBuckets(limits.addressBurst(), limits.addressPerSecond(), realTime);
        this.entries = new TokenBuckets(limits.entranceBurst(), limits.entrancePerSecond(), realTime);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(ASSETS)) {
            chain.doFilter(request, response);
            return;
        }
        InetAddress from = address(request.getRemoteAddr());
        String caller = from == null ? request.getRemoteAddr() : network(from);
        boolean here = from != null && from.isLoopbackAddress();
        long wait = here ? 0 : wait(request, caller);
        if (wait > 0) {
            refuse(request, response, wait);
            return;
        }
        if (tooLarge(request)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            answers.write(request, response, SharedProblem.TOO_LARGE.because(), null);
            return;
        }
        if (underWay.merge(caller, 1, Integer::sum) > limits.atOnce() && !here) {
            left(caller);
            refuse(request, response, 1);
            return;
        }
        try {
            chain.doFilter(counted(request), response);
        } finally {
            left(caller);
        }
    }

    /// Null for what is no address: what a proxy writes there is never looked up by name.
    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private long wait(HttpServletRequest request, String caller) {
        long wait = addresses.take(caller);
        return wait == 0 && enters(request) ? entries.take(caller) : wait;
    }

    private static boolean enters(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                && ENTRANCES.stream().anyMatch(entrance -> path.equals(entrance) || path.startsWith(entrance + "/"));
    }

    private void left(String caller) {
        underWay.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        answers.write(request, response, SharedProblem.TOO_MANY_REQUESTS.because(), null);
    }

    private boolean tooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > most(request);
    }

    /// What may be sent: little by strangers, files only by who has entered.
    private long most(HttpServletRequest request) {
        boolean entered = request.getSession(false) != null || BearerFilter.carries(request);
        if (!entered) {
            return limits.openBody().toBytes();
        }
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return (files ? limits.upload() : limits.body()).toBytes();
    }

    /// A body of unknown length is counted while it is read.
    private HttpServletRequest counted(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                ? new Counted(request, most(request))
                : request;
    }

    /// The address; of an IPv6 address the network, because a single caller has all of it.
    static String network(InetAddress address) throws UnknownHostException {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedStream(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            return next < 0 ? next : count(1, next);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            return read < 0 ? read : count(read, read);
        }

        private int count(int read, int answer) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
            return answer;
        }

        private static Refusal tooLarge() {
            return SharedProblem.TOO_LARGE.because();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
