package net.example.visits;

import org.springframework.boot.SpringApplication;
import org.tandem.TandemApplication;

/** Tandem with the stage of joint visits. */
public class VisitsApplication {

    public static void main(String[] args) {
        SpringApplication.run(new Class<?>[] {TandemApplication.class, VisitsStage.class}, args);
    }
}
