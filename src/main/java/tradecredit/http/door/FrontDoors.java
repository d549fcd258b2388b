package tradecredit.http.door;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.OwedAnswers;

/** Puts a {@link FrontDoor} before the router of each connection, but for management's. */
@Singleton
final class FrontDoors implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private final Provider<DoorPolls> polls;
  private final Provider<DoorRefusals> refusals;
  private final Provider<DoorAnswers> answers;
  private final HttpBounds bounds;
  private final int managementPort;

  FrontDoors(
      Provider<DoorPolls> polls,
      Provider<DoorRefusals> refusals,
      Provider<DoorAnswers> answers,
      HttpBounds bounds,
      @Value("${endpoints.all.port:-1}") int managementPort) {
    this.polls = polls;
    this.refusals = refusals;
    this.answers = answers;
    this.bounds = bounds;
    this.managementPort = managementPort;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new AtEach(null));
    return event.getBean();
  }

  private boolean isForManagement(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress address
        && address.getPort() == managementPort;
  }

  /** Knows the channel that it was specialized for. */
  private final class AtEach implements NettyServerCustomizer {

    private final @Nullable Channel channel;

    AtEach(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel specialized, ChannelRole role) {
      return new AtEach(specialized);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel == null || isForManagement(channel)) {
        return;
      }
      ChannelPipeline pipeline = channel.pipeline();
      String router = ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;
      RequestTimeouts requests = new RequestTimeouts(bounds);
      if (pipeline.get(router) != null) {
        pipeline.addBefore(router, "request-timeouts", requests);
        FrontDoor door = new FrontDoor(polls.get(), refusals.get(), answers.get());
        pipeline.addBefore(router, "front-door", door);
        OwedAnswers owed = new OwedAnswers(channel);
        pipeline.addBefore(router, "answers-taken", new AnswersTaken(owed));
      }
      if (pipeline.get(ChannelPipelineCustomizer.HANDLER_IDLE_STATE)
          instanceof IdleStateHandler framework) {
        pipeline.replace(
            framework,
            ChannelPipelineCustomizer.HANDLER_IDLE_STATE,
            new ClientPace(framework, requests, bounds));
      }
    }
  }
}
