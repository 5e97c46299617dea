using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Scoring.Calibration;

namespace PersonalizationEngine.Engine.Scoring.Calibration;

/// <summary>
/// Cases of so many people as there is room for: when it gets full, half of the people leave, by a hash of their ids. Who is in
/// depends on nothing they did.
/// </summary>
internal sealed class CaseSample(int most)
{
    private readonly List<CalibrationCase> _cases = [];
    private uint _highest = uint.MaxValue;

    public IReadOnlyList<CalibrationCase> Cases => _cases;

    /// <summary>Of all people.</summary>
    public double Share => (_highest + 1.0) / (uint.MaxValue + 1.0);

    public bool Takes(string personId) => Place(personId) <= _highest;

    public void Add(IEnumerable<CalibrationCase> cases)
    {
        _cases.AddRange(cases);
        while (_cases.Count > most && _highest > 0)
        {
            _highest /= 2;
            _cases.RemoveAll(one => !Takes(one.PersonId));
        }
    }

    private static uint Place(string personId) => Fnv1a.Hash($"{personId}/calibration");
}
