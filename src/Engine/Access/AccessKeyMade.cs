namespace PersonalizationEngine.Engine.Access;

/// <summary>What became of the wish for a key: the key, or what is wrong by the name of its field.</summary>
/// <param name="Secret">The key itself, which nobody can be told again.</param>
public readonly record struct AccessKeyMade(AccessKey? Key, string? Secret, string? Field, string? Fault)
{
    internal static AccessKeyMade Refused(string field, string fault) => new(null, null, field, fault);
}
