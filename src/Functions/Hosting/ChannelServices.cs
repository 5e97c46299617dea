using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Fcm;
using PersonalizationEngine.Adapters.PhoneNumbers;
using PersonalizationEngine.Adapters.Smtp;
using PersonalizationEngine.Adapters.Webhooks;
using PersonalizationEngine.Engine.Delivery.DeadLetters;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Engine.Delivery.Endpoints.Changes;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.PushTokens;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>Who sends on which channel. What is registered first is asked first; the others of the channel stand in for it.</summary>
internal static class ChannelServices
{
    /// <summary>Mail servers take few at a time.</summary>
    private const int MailConnections = 20;

    /// <exception cref="InvalidSettingsException">A provider is set and there is nothing to sign with.</exception>
    public static IServiceCollection AddChannels(
        this IServiceCollection services, ChannelOptions options, EndpointOptions endpoints, ConnectionSettings connections, Credentials credentials)
    {
        services.AddEndpoints(endpoints).AddSingleton(options).AddWebhookPosts(options).AddSingleton<IMessageSender, SendByProviders>().AddSingleton<IPhoneNumbers, LibPhoneNumbers>();
        if (connections.EmailWebhooks.Count + connections.SmsWebhooks.Count > 0)
        {
            var signer = credentials.Delivery ?? throw new InvalidSettingsException(
                ["DELIVERY_WEBHOOK_SECRETS: must be set, because providers are told by webhook and WEBHOOK_SECRETS has no whsec_ key to sign with"]);
            services
                .AddWebhookProviders("email_webhook", "email", connections.EmailWebhooks, signer)
                .AddWebhookProviders("sms_webhook", "sms", connections.SmsWebhooks, signer);
        }

        if (connections.Smtp is { } smtp)
        {
            services.AddSmtp(new SmtpOptions(smtp.Host, smtp.Port, smtp.IsSecure, smtp.User, smtp.Password, smtp.From, MailConnections)
            {
                AllowsPlain = smtp.IsPlain,
            });
        }

        if (connections.Fcm is { } fcm)
        {
            var account = new ServiceAccount(fcm.ProjectId, fcm.ClientEmail, fcm.PrivateKey, fcm.PrivateKeyId, fcm.TokenUri);
            services.AddFcm(new FcmOptions(account, connections.FcmAddress ?? FcmOptions.Google), options);
        }

        return services;
    }

    private static IServiceCollection AddEndpoints(this IServiceCollection services, EndpointOptions options) => services
        .AddSingleton(options)
        .AddSingleton<OutboundEvents>().AddSingleton<IOutboundEvents>(provider => provider.GetRequiredService<OutboundEvents>())
        .AddSingleton<DeliverToEndpoint>()
        .AddSingleton<SendWebhooks>()
        .AddSingleton<PublishChanges>()
        .AddSingleton<EndpointDesk>()
        .AddSingleton<IHealthProbe, EndpointHealth>()
        .AddSingleton<IDeadLetters, EndpointDeadLetters>().AddSingleton<IDeadLetters, FailedMessages>()
        .AddSingleton<ListDeadLetters>()
        .AddSingleton<RegisterPushToken>();
}
