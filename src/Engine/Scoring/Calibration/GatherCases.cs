using PersonalizationEngine.Core.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>Collects what a model is learnt from.</summary>
/// <param name="asksProfile">Whether profiles matter: then looks from before the last change of a profile are left out.</param>
internal sealed class GatherCases(ReadLooks looks, ScoreAtLook live, bool asksProfile)
{
    private const int MostCases = 100_000;

    private readonly CaseSample _sample = new(MostCases);

    public IReadOnlyList<CalibrationCase> Cases => _sample.Cases;

    public double SampleShare => _sample.Share;

    public CasesLeftOut LeftOut { get; private set; }

    public async Task RunAsync(LookPlan plan, CancellationToken cancellationToken)
    {
        await foreach (var person in looks.RunAsync(plan, cancellationToken, live.ActsFor))
        {
            if (!_sample.Takes(person.Person.PersonId)) continue;
            var known = person.Looks.Where(look => !asksProfile || look.At >= ScoreAtLook.ProfileSince(person)).ToList();
            var converted = person.Looks.Count(look => look.Converted) - known.Count(look => look.Converted);
            LeftOut = new CasesLeftOut(LeftOut.Looks + person.Looks.Count - known.Count, LeftOut.Conversions + converted);
            if (known.Count > 0) _sample.Add(CasesOf(person, known));
        }
    }

    private IEnumerable<CalibrationCase> CasesOf(PersonLooks person, List<PersonLook> known)
    {
        var profile = ScoreAtLook.ProfileOf(person);
        foreach (var look in known)
        {
            var (sum, segment) = live.Of(person, look, profile);
            yield return new CalibrationCase(person.Person.PersonId, look.At, look.Factors, profile, sum, segment, look.Converted);
        }
    }
}
