using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Ingestion.Rybbit;

/// <summary>Who an event is about, in either generation of Rybbit. Ids are trimmed, as Rybbit does.</summary>
/// <param name="KnownId">The id given to <c>identify()</c>.</param>
/// <param name="DeviceId">The fingerprint or anonymous id.</param>
internal readonly record struct RybbitIdentity(string? KnownId, string? DeviceId)
{
    private const int AddressLength = 45, AgentLength = 512;

    public static RybbitIdentity Read(DocumentReader reader)
    {
        var user = reader.TrimmedId("user_id");
        var anonymous = reader.TrimmedId("anonymous_id");
        var address = reader.Text("ip_address", AddressLength);
        var agent = reader.Text("user_agent", AgentLength);

        // A row of the second generation's table: there user_id is always the device, and nobody identified is an empty text.
        if (reader.Raw("identified_user_id") is not null)
        {
            return Checked(reader, new RybbitIdentity(reader.TrimmedId("identified_user_id"), anonymous ?? user));
        }

        var device = anonymous ?? (user is null && address is not null && agent is not null ? Fingerprint(address, agent) : null);
        return Checked(reader, new RybbitIdentity(user, device));
    }

    /// <summary>SHA-256 of address and agent, in lower-case hexadecimal, as Rybbit makes it.</summary>
    private static string Fingerprint(string address, string agent) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address + agent)));

    private static RybbitIdentity Checked(DocumentReader reader, RybbitIdentity identity)
    {
        if (identity.KnownId is null && identity.DeviceId is null)
            reader.Fault("user_id", "is required, or anonymous_id, or ip_address together with user_agent");
        return identity;
    }
}
