package vn.thongsuot.access.web;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Answers;

/// The gate: everything needs a sign-in unless a controller says otherwise, and then one named permission.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, Answers answers) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/assets/**", "/error", "/actuator/health/**", "/v3/api-docs")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in").permitAll())
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, denied) ->
                        answers.write(request, response, SharedProblem.NOT_ALLOWED.because(), null)))
                .build();
    }

    @Bean
    UserDetailsService people() {
        return username -> {
            if (!username.equals("admin")) {
                throw new UsernameNotFoundException(username);
            }
            return new Person(Set.of("HOME_VIEW"));
        };
    }

    private record Person(Set<String> permissions) implements UserDetails, SignedIn {

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return permissions.stream().map(SimpleGrantedAuthority::new).collect(Collectors.toSet());
        }

        @Override
        public String getPassword() {
            return "{noop}admin";
        }

        @Override
        public String getUsername() {
            return "admin";
        }

        @Override
        public Actor actor() {
            return new Actor.Administrator(new AccountId(new UUID(0, 1)));
        }

        @Override
        public String personName() {
            return "Quản trị";
        }

        @Override
        public String postLine() {
            return "Quản trị hệ thống";
        }
    }
}
