using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>Who is known by one id only and did nothing that is not in the count of it.</summary>
internal static class CountedAlone
{
    /// <summary>
    /// A column of a query on people called <c>p</c>: whether somebody is not. What the website told up to <c>@since</c> is in the
    /// count; what the CDP told never is.
    /// </summary>
    public const string HasMore =
        "((select count(*) from identities o where o.person_id = p.person_id) > 1 or "
        + "exists (select 1 from events e where e.person_id = p.person_id and (e.source = 'cdp' or e.occurred_at > @since))) as has_more";

    /// <summary>A further column: whether somebody must not be counted.</summary>
    public static string Refuses(ConsentPolicy policy) => $"not ({AnalyticsConsent.Holds(policy, "p.person_id")}) as refuses";
}
