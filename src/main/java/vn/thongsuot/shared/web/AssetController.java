package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thongsuot.shared.SharedProblem;

@Controller
@PreAuthorize("denyAll()")
class AssetController {

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{hash}/{*name}")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> show(@PathVariable String hash, @PathVariable String name, HttpServletRequest request) {
        Assets.Asset asset = assets.find(name.substring(1));
        if (asset == null) {
            throw SharedProblem.PAGE_ABSENT.because();
        }
        // An address of an older release gets today's file, but must not be remembered as that release's.
        CacheControl cache = hash.equals(assets.hash())
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noStore();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .varyBy("Accept-Encoding");
        byte[] gzipped = asset.gzipped();
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (gzipped != null && accepted != null && accepted.contains("gzip")) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .eTag(asset.tag() + "-gzip")
                    .body(gzipped);
        }
        return answer.eTag(asset.tag()).body(asset.plain());
    }
}
