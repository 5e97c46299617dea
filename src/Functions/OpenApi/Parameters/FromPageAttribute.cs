using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>What pages ask by themselves, with the site's key in the address; <see cref="Access.SiteGate"/> lets them in.</summary>
internal sealed class FromPageAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
        [new PathParameterAttribute("siteKey", "The key of one of access.sites; it stands in the page and is no secret.") { MaxLength = 100, Example = "site_shop" }];

    public override IReadOnlyList<int> Fails => [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests];
}
