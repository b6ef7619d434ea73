package vn.thongsuot.signing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.signing.SigningPermission;

@Configuration(proxyBeanMethods = false)
class SigningMenu {

    @Bean
    MenuItem signingItem() {
        return new MenuItem(
                MenuItem.Section.WORK,
                70,
                "/signing/new",
                "signature",
                "signing.menu",
                SigningPermission.DOCUMENT_SIGN);
    }
}
