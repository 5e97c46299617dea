using System.Globalization;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>Made-up visits with all that can go wrong in them, the same at every run.</summary>
internal static class Traffic
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 15, 250, TimeSpan.Zero);

    /// <summary>Visits over the 34 days before now and the day after: more than any window, several sites with the same session ids, unknown countries, forms, demos.</summary>
    /// <param name="people">Devices; in the second generation a third of them is identified, and two devices in thirty are one person.</param>
    public static async Task AddAsync(RybbitDatabase database, int events, int people)
    {
        var isSecond = database.Generation == Generation.Second;
        var columns = "site_id, timestamp, session_id, user_id, pathname, url_parameters, browser, operating_system, language, country, device_type, type, event_name, props"
            + (isSecond ? ", identified_user_id, timestamp_ms, is_datacenter_asn, import_id" : "");
        var device = "lower(hex(SHA256(toString(u))))";
        var select = string.Create(CultureInfo.InvariantCulture,
            $$"""
              with cityHash64(number) as h, h % {{people}} as u, cityHash64(h, 1) as a, cityHash64(h, 2) as b, cityHash64(h, 3) as c,
                1 + a % 3 as site, intDiv(a, 3) % 12 as visit, cityHash64(if(visit = 0, 0, u), visit) as v,
                {{Now.ToUnixTimeMilliseconds()}} as now,
                now - 34 * 86400000 + cityHash64(v, u) % (35 * 86400000) + if(visit = 0, (b % 5) * 1500000, b % 2400000) as spread,
                multiIf(c % 997 = 0, now - 7 * 86400000 + toInt64(b % 3) - 1, c % 997 = 1, now - 30 * 86400000 + toInt64(b % 3) - 1, c % 997 = 2, now + toInt64(b % 3) - 1,
                  c % 997 = 3, now - 31 * 86400000 + toInt64(b % 3) - 1, c % 997 = 4, intDiv(now, 1000) * 1000 - 7 * 86400000, spread) as ms,
                fromUnixTimestamp64Milli(toInt64(ms), 'UTC') as t
              select site, toDateTime(t), if(visit = 0, '', 'session-' || toString(visit) || '-' || toString(u)),
                {{(isSecond ? device : $"if(u % 3 = 0, 'customer-' || toString(u), {device})")}},
                ['/', '/pricing', '/Pricing/', '/de/pricing', '/pricing/team/yearly', '/blog/pricing-guide', '/a/b/pricing', '/demo/thank-you', '/Thank-You/Demo/', '/docs/x', '', '/pricings'][b % 12 + 1],
                if(c % 7 = 0, map('utm_source', 's' || toString(b % 3), 'utm_campaign', 'A b', 'gclid', 'x'), if(c % 7 = 1, map('ref', 'x'), map())),
                ['Chrome', 'Firefox', ''][v % 2 + 1], ['Windows', 'macOS'][v % 2 + 1], ['en-US', 'de'][v % 2 + 1], ['US', 'DE', '\0\0'][v % 3 + 1], ['Desktop', 'Mobile', 'Tablet'][v % 3 + 1],
                multiIf(c % 10 < 5, 'pageview', c % 10 < 7, 'custom_event', c % 10 = 7, 'form_submit', c % 10 = 8, 'performance', 'button_click'),
                if(c % 10 in (5, 6), ['signup', 'demo_request', 'Book_Demo', 'demo', 'web-vitals'][b % 5 + 1], ''),
                if(c % 10 = 7, ['{"formId":"contact","formName":"Contact us","formAction":"/c","fieldCount":3}', '{"formId":"f","formName":"Book a DEMO\\nnow","formAction":""}', '{"formId":7,"formAction":"/demo/x"}', '{}', '{"formName":["demo"]}'][b % 5 + 1], if(c % 10 = 5, '{"plan":"pro","formId":"demo"}', '{}'))
                {{(isSecond ? ", if(u % 3 = 0, 'customer-' || toString(u - u % 15), ''), t, b % 41 = 0, if(c % 13 = 0, toNullable(toUUID('00000000-0000-0000-0000-000000000001')), null)" : "")}}
              from numbers({{events}})
              """);
        await database.InsertAsync(columns, select);
    }
}
