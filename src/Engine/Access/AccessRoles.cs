namespace PersonalizationEngine.Engine.Access;

/// <summary>Roles by the names people write and read.</summary>
public static class AccessRoles
{
    public const string Accepted = "viewer, editor or admin";

    public static string NameOf(AccessRole role) => role switch
    {
        AccessRole.Viewer => "viewer",
        AccessRole.Editor => "editor",
        AccessRole.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "What is it called?"),
    };

    /// <returns>Null for what is the name of none, capitals included.</returns>
    public static AccessRole? Find(string? name) => name switch
    {
        "viewer" => AccessRole.Viewer,
        "editor" => AccessRole.Editor,
        "admin" => AccessRole.Admin,
        _ => null,
    };
}
