using System.Globalization;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions.Explaining;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Conditions.Scheduling;

/// <summary><c>$during</c>: the moment of the decision lies in one of the windows. Where the moment is not known it does not hold.</summary>
/// <param name="Written">The schedule's JSON.</param>
internal sealed record ScheduleCondition(string JsonPointer, ScheduleZone Zone, IReadOnlyList<ScheduleWindow> Windows, string Written)
    : Condition(JsonPointer)
{
    internal override string Phrase => "within the schedule";

    internal override string Identity => Sets.NodeIdentity.Leaf(ScheduleReader.Name, Written);

    internal override int Cost => 16;

    internal override ValueTest Compile(SavedGroups groups) => (in AttributeValue person) => Local(person) is { } local && Admits(local);

    internal override ConditionFailure? Explain(in AttributeValue focus, ExplanationScope scope, bool wanted)
    {
        var local = Local(focus);
        if ((local is { } moment && Admits(moment)) == wanted) return null;
        var now = local is { } shown
            ? string.Create(CultureInfo.InvariantCulture, $"it is {shown:dddd, yyyy-MM-dd HH:mm} in {Zone.Of(focus).Id}")
            : "the time is not known";
        return new ConditionFailure(
            JsonPointer, "time", ScheduleReader.Name, AttributeValue.Missing, AttributeValue.Missing, Negated: !wanted,
            $"{now}, which is {(wanted ? "outside" : "inside")} the schedule");
    }

    private bool Admits(DateTime local)
    {
        foreach (var window in Windows)
            if (window.Admits(local)) return true;
        return false;
    }

    private DateTime? Local(in AttributeValue person)
    {
        if (person.Kind != AttributeKind.Map || person.Map["time"] is not { Kind: AttributeKind.Map } time) return null;
        if (time.Map["unix"] is not { Kind: AttributeKind.Number } now || now.Number is not (>= 0 and <= 253402300799)) return null;
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)now.Number), Zone.Of(person)).DateTime;
    }
}
