using PersonalizationEngine.Adapters.Gorse.Wire;
using Refit;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>
/// What we use of Gorse's REST interface, as v0.5.11 has it. Ids are percent-encoded by Refit; lists may come as null; a
/// failure's text differs between generations, so that only its status is read.
/// </summary>
[Headers("X-API-Version: 2")]
internal interface IGorseApi
{
    [Get("/api/recommend/{user}")]
    Task<List<GorseScore>?> RecommendAsync(string user, int n, CancellationToken cancellationToken);

    /// <summary>404 when Gorse has no item-to-item recommender.</summary>
    [Get("/api/item/{item}/neighbors")]
    Task<ApiResponse<List<GorseScore>?>> NeighboursAsync(string item, int n, CancellationToken cancellationToken);

    /// <summary>Puts whole rows in place of those that are there.</summary>
    [Post("/api/users")]
    Task<GorseSuccess?> PutUsersAsync([Body] IReadOnlyList<GorseUser> users, CancellationToken cancellationToken);

    /// <summary>As JSON; 404 when there is none.</summary>
    [Get("/api/user/{user}")]
    Task<ApiResponse<string>> UserAsync(string user, CancellationToken cancellationToken);

    /// <summary>As JSON.</summary>
    [Get("/api/user/{user}/feedback")]
    Task<ApiResponse<string>> FeedbackOfAsync(string user, CancellationToken cancellationToken);

    /// <summary>Takes the user's feedback along; nothing happens when there is none.</summary>
    [Delete("/api/user/{user}")]
    Task<GorseSuccess?> DeleteUserAsync(string user, CancellationToken cancellationToken);

    /// <summary>Puts whole rows in place of those that are there.</summary>
    [Post("/api/items")]
    Task<GorseSuccess?> PutItemsAsync([Body] IReadOnlyList<GorseItem> items, CancellationToken cancellationToken);

    /// <summary>Puts rows in place of those that are there; a POST would add values up, and count twice what is sent twice.</summary>
    [Put("/api/feedback")]
    Task<GorseSuccess?> PutFeedbackAsync([Body] IReadOnlyList<GorseFeedback> feedback, CancellationToken cancellationToken);

    [Get("/api/health/ready")]
    Task<GorseHealthStatus?> ReadyAsync(CancellationToken cancellationToken);
}
