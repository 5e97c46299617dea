using System.Text.Json;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Access;

/// <summary>Where personal keys are made and revoked, each change with its entry of the audit.</summary>
public sealed class AccessKeyDesk(IAccessKeys store, EditorKeys settings, HoldingKeys holding, TimeProvider time)
{
    /// <summary>Keys that may hold at a time: each process has them all at hand.</summary>
    public const int Most = 500;

    /// <param name="role">By its name.</param>
    /// <param name="by">The name of the key it is done with.</param>
    public async Task<AccessKeyMade> MakeAsync(string name, string? role, string by, CancellationToken cancellationToken)
    {
        if (!KeyNames.IsValid(name)) return AccessKeyMade.Refused("name", $"must be {KeyNames.Accepted}, {KeyNames.Longest} characters at most");
        if (KeyNames.IsReserved(name)) return AccessKeyMade.Refused("name", "is what the audit calls the engine itself or the master key");
        if (settings.Holders.Any(holder => holder.Name == name)) return AccessKeyMade.Refused("name", "is one of EDITOR_KEYS already");
        if (AccessRoles.Find(role) is not { } known) return AccessKeyMade.Refused("role", $"must be {AccessRoles.Accepted}");

        var secret = KeySecrets.Next();
        var now = time.GetUtcNow();
        var entry = new AuditEntry(now, by, AuditedKinds.AccessKey, name, "added") { After = Describe(name, known) };
        var key = await store.AddAsync(new AccessKey(0, name, known, KeySecrets.HashOf(secret), now, by, null, null), entry, Most, cancellationToken);
        if (key is null) return AccessKeyMade.Refused("name", $"is taken: names of revoked keys are not given again, because the audit names who had them. Or {Most} keys hold already");
        holding.Forget();
        return new AccessKeyMade(key, secret, null, null);
    }

    /// <returns>The key; null where there is none that holds.</returns>
    public async Task<AccessKey?> RevokeAsync(long id, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var revoked = await store.RevokeAsync(
            id, now, key => new AuditEntry(now, by, AuditedKinds.AccessKey, key.Name, "revoked") { Before = Describe(key.Name, key.Role) }, cancellationToken);
        holding.Forget();
        return revoked;
    }

    private static string Describe(string name, AccessRole role) =>
        $$"""{"name":"{{JsonEncodedText.Encode(name)}}","role":"{{AccessRoles.NameOf(role)}}"}""";
}
