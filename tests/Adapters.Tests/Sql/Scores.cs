using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Tests.Sql;

internal static class Scores
{
    public static PersonScore Of(string person, decimal score, LeadSegment segment = LeadSegment.ColdLead, DateTimeOffset? at = null, DateTimeOffset? until = null) =>
        new(person, new LeadScore(score, segment, false, score, [], at ?? Store.Now, until));

    public static ReceiptLine Line(Factor factor, decimal value) =>
        new(new FactorValue(factor, value, ActivityOrigin.Rybbit, Store.Now), 1, value, TimeSpan.Zero);
}
