using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using PersonalizationEngine.Adapters.Files;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Ingestion.Authentication;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>
/// What senders prove themselves with and what decision ids are sealed with: from settings, or, where nothing is set, from a
/// file made at the first start.
/// </summary>
/// <param name="Delivery">Signs what is posted to providers of channels; null when no key is there to sign with.</param>
/// <param name="PersonTokens">What tokens for browsers are signed with; the first signs.</param>
/// <param name="Links">What the links in messages are sealed with.</param>
/// <param name="Sessions">What sessions of the dashboard are signed with.</param>
internal sealed record Credentials(
    WebhookCredentials Webhooks, DecisionIds DecisionIds, EditorKeys Editors, TombstoneKey Tombstones, IReadOnlyList<string> PersonTokens,
    WebhookSigner? Delivery, LinkKey Links, byte[] Sessions)
{
    private const int ShortestKey = 32;

    /// <exception cref="InvalidSettingsException">A setting cannot be used; its value is never in the message.</exception>
    public static Credentials Read(IConfiguration configuration, string dataDirectory)
    {
        var faults = new List<string>();
        var (secrets, tokens, key) = (configuration["WEBHOOK_SECRETS"], configuration["WEBHOOK_TOKENS"], configuration["DECISION_KEY"]);
        var hasSenders = !string.IsNullOrWhiteSpace(secrets) || !string.IsNullOrWhiteSpace(tokens);
        // Azure tells an app its name; there every instance would make keys of its own and trust no other's.
        if (configuration["WEBSITE_SITE_NAME"] is { Length: > 0 })
        {
            if (string.IsNullOrWhiteSpace(key)) faults.Add($"DECISION_KEY: must be set on Azure, the same for all instances: base64 of {ShortestKey} bytes or more");
            if (!hasSenders) faults.Add("WEBHOOK_SECRETS: must be set on Azure, or WEBHOOK_TOKENS, the same for all instances");
            if (faults.Count > 0) throw new InvalidSettingsException(faults);
        }

        if (!hasSenders || string.IsNullOrWhiteSpace(key))
        {
            var local = ReadLocal(dataDirectory, faults);
            if (!hasSenders) (secrets, tokens) = (local?.Secret, local?.Token);
            if (string.IsNullOrWhiteSpace(key)) key = local?.DecisionKey;
        }

        var webhooks = WebhookCredentials.Parse(secrets, tokens, faults);
        var editors = EditorKeys.Parse(configuration["EDITOR_KEYS"], faults);
        var decisions = ReadKey("DECISION_KEY", key, faults);
        // Its own, so that the other can be changed without forgetting who was erased.
        var privacy = configuration["PRIVACY_KEY"] is { } own && !string.IsNullOrWhiteSpace(own) ? ReadKey("PRIVACY_KEY", own, faults) : decisions;
        var signing = TokenSecrets(configuration["PERSON_TOKEN_SECRETS"], decisions, faults);
        var delivery = ReadDelivery(configuration["DELIVERY_WEBHOOK_SECRETS"], webhooks, faults);
        return faults.Count == 0
            ? new Credentials(
                webhooks, new DecisionIds(decisions), editors, new TombstoneKey(privacy), signing, delivery, new LinkKey(decisions),
                HMACSHA256.HashData(decisions, "dashboard sessions"u8))
            : throw new InvalidSettingsException(faults);
    }

    /// <summary>Without a setting only the engine can make tokens: nobody else has the secret.</summary>
    private static string[] TokenSecrets(string? setting, ReadOnlySpan<byte> decisionKey, List<string> faults)
    {
        var secrets = (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (secrets.Any(secret => secret.Length < ShortestKey)) faults.Add($"PERSON_TOKEN_SECRETS: must be texts of {ShortestKey} characters or more, separated by spaces");
        return secrets.Length > 0 ? secrets : [Convert.ToHexStringLower(HMACSHA256.HashData(decisionKey, "person tokens"u8))];
    }

    private static WebhookSigner? ReadDelivery(string? secrets, WebhookCredentials webhooks, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(secrets)) return webhooks.Keys.OfType<HmacKey>().FirstOrDefault() is { } key ? new WebhookSigner([key]) : null;
        var signer = WebhookSigner.Parse(secrets);
        if (signer is null) faults.Add("DELIVERY_WEBHOOK_SECRETS: must be whsec_ and base64 of 24 to 64 bytes, or several separated by spaces");
        return signer;
    }

    private static byte[] ReadKey(string name, string? base64, List<string> faults)
    {
        if (base64 is null) return [];
        var bytes = new byte[base64.Length];
        if (Convert.TryFromBase64String(base64, bytes, out var length) && length >= ShortestKey) return bytes[..length];
        faults.Add($"{name}: must be base64 of {ShortestKey} bytes or more");
        return [];
    }

    private static LocalCredentials? ReadLocal(string dataDirectory, List<string> faults)
    {
        try
        {
            return LocalCredentials.ReadOrMake(dataDirectory);
        }
        catch (InvalidDataException exception)
        {
            faults.Add(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add($"DATA_DIR: {LocalCredentials.FileName} cannot be kept there: {exception.Message}");
        }

        return null;
    }
}
