package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/** The cookie that names the session. A value we never gave is nobody's session, and the database is not asked about it. */
@Component
class SessionCookie extends DefaultCookieSerializer {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    SessionCookie(ServerProperties properties) {
        Cookie cookie = properties.getServlet().getSession().getCookie();
        PropertyMapper map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(cookie::getName).to(this::setCookieName);
        map.from(cookie::getDomain).to(this::setDomainName);
        map.from(cookie::getPath).to(this::setCookiePath);
        map.from(cookie::getHttpOnly).to(this::setUseHttpOnlyCookie);
        map.from(cookie::getSecure).to(this::setUseSecureCookie);
        map.from(cookie::getMaxAge).asInt(age -> (int) age.toSeconds()).to(this::setCookieMaxAge);
        map.from(cookie::getSameSite).as(Cookie.SameSite::attributeValue).to(this::setSameSite);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(id -> ID.matcher(id).matches())
                .toList();
    }
}
