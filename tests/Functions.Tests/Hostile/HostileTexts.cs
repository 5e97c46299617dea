namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Texts and values that have broken other people's programs.</summary>
internal static class HostileTexts
{
    public static readonly string[] Sql =
    [
        "' or '1'='1", "'; drop table people; --", "\"; delete from events; --", "1) union select * from sqlite_master --", "%' --",
        "x' || (select group_concat(name) from sqlite_master) || '", "'; attach database '/tmp/x' as y; --", "1; pragma writable_schema=1",
        "\\'; update people set person_id = 'x'; --", "null", "0 or 1", "@id", "$1", "?", ":name", "/* */", "'\"`;",
    ];

    public static readonly string[] Odd =
    [
        "", " ", "\u0000", "a\u0000b", "\uFFFD", "\u202Eevil", "\uFEFF", "\u200B", "é", "e\u0301", "👩‍👩‍👧‍👦", "ﷺ", "\u0085", "\u2028", "\r\nX-Injected: 1",
        "../../etc/passwd", "..\\..\\windows", "%2e%2e%2f", "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>", "__proto__",
        "constructor", "true", "NaN", "Infinity", "-0", "1e400", "0x7f", "９", "\t", "\\", "/", "//", "#", "?", "&", "=", "+", "*", "%", "%zz", "%00",
    ];

    /// <summary>Written into JSON as they stand; some of them are none.</summary>
    public static readonly string[] RawJson =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e400", "1e-400", "99999999999999999999999999", "9223372036854775808", "0.1e1",
        "\"\"", "[]", "{}", "[[[]]]", "[null]", "{\"$gt\":1}", "{\"\":\"\"}", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u0041\"",
        "NaN", "undefined", "'x'", "01", "+1", ".5", "1.", "\"unfinished", "tru", "{,}", "[1,]", "{\"a\":1,\"a\":2}", "/*c*/1",
    ];

    /// <summary>Paths a server could mistake for others.</summary>
    public static readonly string[] PathTricks =
    [
        "..", "../admin/rules", "%2e%2e", "%2e%2e%2fadmin%2frules", "..%2f..%2f..%2fetc%2fpasswd", "//", "/./", ";", ";jsessionid=1", "a;b=c",
        "a%2fb", "a%5cb", "%00", "a%00b", "%", "%zz", "%ff%fe", "%c0%ae", "%F0%9F", "%25%32%65", "a%0d%0aX:1", "%20", "%09", "a?b", "a%3fb", "*", "~", "null",
        "admin", "%2561", "a%2Fb%2Fc", "-", "0", "%u0041",
    ];

    public static readonly string[] ContentTypes =
    [
        "application/json", "application/json; charset=utf-16", "text/plain", "application/xml", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "application/octet-stream", "image/png", "application/json; charset=\"", "nonsense", "",
    ];

    public static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X"];

    /// <summary>Names of headers that proxies, browsers and attackers add.</summary>
    public static readonly string[] Headers =
    [
        "If-Match", "If-None-Match", "Accept", "Accept-Encoding", "Authorization", "Cookie", "X-Forwarded-For", "X-HTTP-Method-Override",
        "X-Original-URL", "X-Rewrite-URL", "Range", "Origin", "traceparent", "webhook-id", "webhook-timestamp", "webhook-signature",
        "x-webhook-token", "X-Forwarded-Host", "Content-Encoding", "x-ms-client-principal",
    ];
}
