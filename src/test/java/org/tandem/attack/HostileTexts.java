package org.tandem.attack;

import java.util.List;

/** Texts that do harm where text is taken for something else. Each holds {@link #MARK}, by which it is found again. */
final class HostileTexts {

    /** In no text of the house. */
    static final String MARK = "zqx7mark";

    /** Markup of these elements or attributes must never reach a browser as markup. */
    static final List<String> RUNS = List.of("<" + MARK, "<img src=x " + MARK, "\"onfocus=" + MARK, "'onfocus=" + MARK);

    static final List<String> ALL = List.of(
            "<" + MARK + " onclick=alert(1)>",
            "\"><img src=x " + MARK + " onerror=alert(1)>",
            "\"onfocus=" + MARK + "(1) autofocus x=\"",
            "'onfocus=" + MARK + "(1) autofocus x='",
            "</textarea></script></title><" + MARK + ">",
            "<div hx-get=/logout hx-trigger=load>" + MARK + "</div><" + MARK + ">",
            "javascript:" + MARK + "//%0aalert(1)",
            "${" + MARK + ".class.forName('x')} #{T(java.lang.Runtime)} ${7*7} *{" + MARK + "} __${7*7}__::.x",
            "{{" + MARK + "}} {0} {1,number} group:" + MARK + ":x:y message:" + MARK,
            "group:" + MARK,
            "' or '1'='1'; drop table tandem.case_file; -- " + MARK,
            "\\u0000 \\x00 %00 " + MARK,
            MARK + "\u0000",
            MARK + "\ud800",
            "\u202e" + MARK + "\u2066\u200b\ufeff",
            "\u00a0\u200b\ufeff",
            MARK + "\r\nSet-Cookie: evil=1\r\n\r\n<" + MARK + ">",
            MARK + "\u2028\u2029\u000b\u0085\u001b[31m",
            "../../../../etc/passwd" + MARK,
            "..%2f..%5c" + MARK,
            "=cmd|' /c calc'!A0" + MARK,
            "\uff1dHYPERLINK(\"http://evil.example\")" + MARK,
            "9".repeat(400) + MARK,
            MARK + "a".repeat(9_000),
            MARK + "\ud83d\ude00".repeat(3_000),
            "z\u0300".repeat(2_500) + MARK,
            "\u0e49".repeat(500) + MARK,
            "(".repeat(200) + MARK,
            "null",
            "",
            "-1",
            "2147483648",
            "1E999999999",
            "NaN",
            "true");

    private HostileTexts() {}
}
